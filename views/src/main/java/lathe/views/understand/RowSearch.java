package lathe.views.understand;

/// Which rows are looked for.
///
/// @param seed of the random order; another one gives another order
record RowSearch(String words, RowOrder order, long seed) {

    RowSearch withWords(String newWords) {
        return new RowSearch(newWords, order, seed);
    }

    /// Choosing the random order again draws again.
    RowSearch withOrder(RowOrder newOrder) {
        return new RowSearch(words, newOrder, newOrder == RowOrder.RANDOM ? seed + 1 : seed);
    }
}
