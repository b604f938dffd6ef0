package dev.plumbline.terraform.source;

/** What Terraform does with a file of a folder, by its name alone. */
public enum FileRole {
    /** Code, loaded with the other files of its kind. */
    CODE,
    /** Code that is merged over the rest: {@code override.tf}, {@code *_override.tf} and their JSON forms. */
    OVERRIDE,
    /** Values of variables that are loaded by themselves: {@code terraform.tfvars}, {@code *.auto.tfvars}, as JSON too. */
    VALUES,
    /** Not read by Terraform. */
    OTHER;

    /** The role of a file name; hidden files and editors' backups have none. */
    public static FileRole of(String name) {
        boolean ignored = name.startsWith(".") || name.endsWith("~") || (name.startsWith("#") && name.endsWith("#"));
        if (ignored) {
            return OTHER;
        }
        if (name.endsWith(".tf") || name.endsWith(".tf.json")) {
            String base = name.substring(0, name.length() - (name.endsWith(".tf") ? 3 : 8));
            return base.equals("override") || base.endsWith("_override") ? OVERRIDE : CODE;
        }
        boolean values = name.equals("terraform.tfvars")
                || name.equals("terraform.tfvars.json")
                || name.endsWith(".auto.tfvars")
                || name.endsWith(".auto.tfvars.json");
        return values ? VALUES : OTHER;
    }
}
