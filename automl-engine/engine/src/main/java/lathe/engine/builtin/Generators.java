package lathe.engine.builtin;

import java.util.List;
import lathe.engine.prepare.ArithmeticGenerator;
import lathe.engine.prepare.CrossesGenerator;
import lathe.engine.prepare.Generator;
import lathe.engine.prepare.GroupRatiosGenerator;
import lathe.engine.prepare.ShadowSelectionGenerator;

/// The generators a recipe may ask for, in the order in which they are fitted.
public final class Generators {

    public static final List<Generator> ALL =
            List.of(new ArithmeticGenerator(), new CrossesGenerator(), new GroupRatiosGenerator(), new ShadowSelectionGenerator());

    private Generators() { }
}
