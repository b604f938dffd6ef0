package dev.plumbline.cli;

/** The formats of the author's commands. */
enum AuthorFormat {
    text,
    json
}
