package lathe.engine.profile;

import java.util.List;

/// One bar of a [ColumnChart].
///
/// @param label  text of the level, list item or part of a date; empty for bars of numbers and for rows without value
/// @param low    lower end for bars of numbers, otherwise `NaN`
/// @param high   upper end, equal to `low` if the bar stands for a single number; a bar holds its lower end, the last one
///               its upper end too
/// @param rows   rows in it
/// @param target share of each class of [ColumnCharts#classes] among its rows that have a target, or the mean of a number
///               target as the only entry; empty without target or such rows
public record ChartBin(String label, double low, double high, int rows, List<Double> target) {

    public ChartBin {
        target = List.copyOf(target);
    }
}
