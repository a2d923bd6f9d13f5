package lathe.engine.learn;

/// Which version of the types around [Learner] this Lathe has.
///
/// A plug-in says in its jar's manifest for which version it was written; only the same version is loaded. The number grows
/// whenever a type that a learner is given or gives ([Learner], [SearchSpace], [FitContext], [Target], the forms) changes in
/// a way that a compiled learner would notice.
public final class LearnerApi {

    public static final int VERSION = 1;

    /// Name of the main attribute in a plug-in's manifest.
    public static final String ATTRIBUTE = "Lathe-Learner-Api";

    private LearnerApi() { }
}
