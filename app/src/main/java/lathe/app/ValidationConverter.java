package lathe.app;

import lathe.engine.evaluate.Validation;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// Reads how rows are divided, such as `group:customer`.
final class ValidationConverter implements ITypeConverter<Validation> {

    @Override
    public Validation convert(String text) {
        try {
            return Validation.parse(text);
        } catch (IllegalArgumentException unknown) {
            throw new TypeConversionException(unknown.getMessage());
        }
    }
}
