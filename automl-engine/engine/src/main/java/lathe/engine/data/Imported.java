package lathe.engine.data;

import lathe.scoring.Table;

/// A table and how it was read.
public record Imported(Table table, ImportReport report) { }
