package lathe.engine.profile;

/// A text and the number of rows that hold it.
public record LevelCount(String text, int count) { }
