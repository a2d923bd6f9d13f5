package lathe.scoring;

/// What a column is for.
public enum Role { FEATURE, TARGET, WEIGHT, ID, TIME, GROUP, SPLIT, IGNORED }
