/// How fitted pipelines lie in files: `model.lathe` for people, member files between processes.
///
/// A package is a zip of JSON, raw numbers in the public safetensors layout and one HTML page. Every type is written and
/// read by explicit code; the file never names a class. Whatever is read is taken as hostile: entries, sizes, ratios,
/// depth and offsets are checked, unknown keys are refused by name.
@NullMarked
package lathe.scoring.pack;

import org.jspecify.annotations.NullMarked;
