package dev.plumbline.engine.schema;

import java.util.Set;

/**
 * The maps of {@code GetProviderSchema.Response} that may be trimmed, by field number; the numbers are the same in
 * {@code tfplugin5.proto} and {@code tfplugin6.proto}. Maps of newer protocols are left whole.
 */
enum SchemaKind {
    RESOURCES(2),
    DATA_SOURCES(3),
    FUNCTIONS(7),
    EPHEMERALS(8);

    final int field;

    SchemaKind(int field) {
        this.field = field;
    }

    /** The names of this kind that a run needs. */
    Set<String> of(NeededTypes.Named types) {
        return switch (this) {
            case RESOURCES -> types.resources();
            case DATA_SOURCES -> types.dataSources();
            case FUNCTIONS -> types.functions();
            case EPHEMERALS -> types.ephemerals();
        };
    }
}
