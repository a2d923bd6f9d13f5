package lathe.views.understand;

import lathe.views.chart.Figure;
import lathe.views.chart.FigureCard;

/// A figure and what it says in words.
record Told(Figure figure, String sentence) {

    void showOn(FigureCard card) {
        card.setFigure(figure, sentence);
    }
}
