/// What a table looks like before anything is learnt: statistics of every column, and findings that a person should judge.
///
/// [Profiler] is the entry; every [ProfileCheck] looks for one kind of trouble. The records hold plain values, so they can
/// be written as JSON as they are.
@NullMarked
package lathe.engine.profile;

import org.jspecify.annotations.NullMarked;
