package dev.plumbline.engine.proxy;

import java.io.IOException;

/** The provider processes behind one lease. */
public interface Providers {
    /** The process that was leased. */
    ProviderChannel first();

    /**
     * One more process, with the same program and environment. Terraform configures a provider once for each alias,
     * over a connection of its own, and a process keeps only its latest configuration.
     */
    ProviderChannel another() throws IOException;

    /** Gives back what {@link #another()} gave. */
    void giveBack(ProviderChannel provider);
}
