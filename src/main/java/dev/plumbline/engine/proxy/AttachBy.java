package dev.plumbline.engine.proxy;

/** How Terraform reaches the proxy of a lease. */
public enum AttachBy {
    /** A unix socket in a folder of this user alone. */
    UNIX,

    /** A port of 127.0.0.1, for places where there can be no such socket; see {@link PeerOwner}. */
    TCP
}
