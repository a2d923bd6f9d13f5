package lathe.app;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// Reads a share of rows such as `0.2`, or `none` as 0.
final class HoldoutConverter implements ITypeConverter<Double> {

    @Override
    public Double convert(String text) {
        if (text.equals("none")) {
            return 0.0;
        }
        try {
            double share = Double.parseDouble(text);
            if (share >= 0.01 && share <= 0.5) {
                return share;
            }
        } catch (NumberFormatException notANumber) {
            throw new TypeConversionException("a holdout is a share such as 0.2, or none, not '%s'".formatted(text));
        }
        throw new TypeConversionException("a holdout must lie in [0.01, 0.5] or be none, was '%s'".formatted(text));
    }
}
