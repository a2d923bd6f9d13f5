/// An example of a plug-in: one learner and what it needs.
package example.prototypes;
