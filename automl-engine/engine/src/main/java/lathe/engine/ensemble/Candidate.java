package lathe.engine.ensemble;

import lathe.scoring.Predictions;

/// A model that may become a member.
///
/// @param id        names it on the leaderboard
/// @param outOfFold its predictions for rows it has not learnt from; the same rows for every candidate
public record Candidate(String id, Predictions outOfFold) { }
