package lathe.views.frame;

import lathe.views.brief.BriefScreen;
import lathe.views.data.DataScreen;
import lathe.views.desk.Desk;
import lathe.views.desk.OpenProject;
import lathe.views.desk.Place;
import lathe.views.desk.Screen;
import lathe.views.handover.HandOverScreen;
import lathe.views.home.HomeScreen;
import lathe.views.leaderboard.LeaderboardScreen;
import lathe.views.prepare.PrepareScreen;
import lathe.views.train.TrainScreen;
import lathe.views.understand.UnderstandScreen;

/// Which screen stands at which place. To add a screen: its place, and its line here.
final class Screens {

    private Screens() { }

    static Screen home(Desk desk) {
        return new HomeScreen(desk);
    }

    static Screen of(Place place, Desk desk, OpenProject project) {
        return switch (place) {
            case HOME -> home(desk);
            case BRIEF -> new BriefScreen(desk, project);
            case DATA -> new DataScreen(desk, project);
            case PREPARE -> new PrepareScreen(desk, project);
            case TRAIN -> new TrainScreen(desk, project);
            case LEADERBOARD -> new LeaderboardScreen(desk, project);
            case UNDERSTAND -> new UnderstandScreen(desk, project);
            case HAND_OVER -> new HandOverScreen(desk, project);
        };
    }
}
