package lathe.engine.profile;

/// How much a finding matters.
public enum Severity {
    /// Good to know.
    INFO,
    /// May spoil the result; look at it.
    WARNING,
    /// Will spoil the result unless something is done.
    SERIOUS
}
