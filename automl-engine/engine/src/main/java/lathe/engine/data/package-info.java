/// Layer 0: from a file to a typed table.
///
/// A [TableReader] hands over raw cells as they stand in the file, [TableImport] types them over the whole file and says
/// in an [ImportReport] what it decided. Readers live in the adapters and are found by [java.util.ServiceLoader], so that
/// this room knows none of them.
@NullMarked
package lathe.engine.data;

import org.jspecify.annotations.NullMarked;
