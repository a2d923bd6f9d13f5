package lathe.views.data;

/// One quality light.
///
/// @param count columns that have it; findings for what concerns the whole table
record Light(FindingKind kind, int count) { }
