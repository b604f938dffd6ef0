package dev.plumbline.cli;

import dev.plumbline.lab.Lab;
import dev.plumbline.workbench.Home;
import java.io.PrintWriter;

/** What {@code lab} alone shows: the labs and how to begin. */
final class Menu {
    private final PrintWriter out;

    Menu(PrintWriter out) {
        this.out = out;
    }

    void print() {
        out.println("Plumbline: learn Terraform on AWS by doing it.");
        out.println();
        for (Lab lab : Home.labs().list()) {
            out.printf("  %-22s %s%n", lab.id(), lab.title());
        }
        out.println();
        out.println("Begin with:        lab start kinesis-stream");
        out.println("See it played:     lab demo kinesis-stream");
        out.println("Judge your work:   lab check kinesis-stream");
        out.println("Everything else:   lab --help");
    }
}
