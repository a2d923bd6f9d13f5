package lathe.scoring.pack;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lathe.scoring.Matrix;
import lathe.scoring.form.Features;
import lathe.scoring.form.Form;
import lathe.scoring.step.FittedRecipe;
import lathe.scoring.step.FittedStep;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

class CodecContractTest {

    static List<FittedStep> steps() {
        return Samples.steps();
    }

    static List<Form> forms() {
        return Samples.forms();
    }

    @Test
    void everyStepAndFormHasASample() {
        assertEquals(kinds(FittedStep.class).collect(Collectors.toSet()),
                steps().stream().map(FittedStep::getClass).collect(Collectors.toSet()));
        assertEquals(Set.of(Form.class.getPermittedSubclasses()),
                forms().stream().map(Form::getClass).collect(Collectors.toSet()));
    }

    @ParameterizedTest
    @MethodSource("steps")
    void stepComesBackEqual(FittedStep step) throws IOException {
        TensorWriter tensors = new TensorWriter();
        JsonNode json = throughBytes(StepCodec.write(step, tensors));
        StoredTensors stored = throughBytes(tensors);
        assertEquals(step, StepCodec.read(json, stored));
        stored.checkAllUsed();
    }

    @ParameterizedTest
    @MethodSource("steps")
    void stepWithAnUnknownKeyIsRefusedByName(FittedStep step) throws IOException {
        TensorWriter tensors = new TensorWriter();
        ObjectNode json = StepCodec.write(step, tensors).put("surprise", 1);
        StoredTensors stored = throughBytes(tensors);
        assertTrue(assertThrows(DamagedException.class, () -> StepCodec.read(json, stored)).getMessage().contains("'surprise'"));
    }

    @ParameterizedTest
    @MethodSource("forms")
    void formPredictsTheSameBits(Form form) throws IOException {
        TensorWriter tensors = new TensorWriter();
        JsonNode json = throughBytes(FormCodec.write(form, tensors));
        StoredTensors stored = throughBytes(tensors);
        Form read = FormCodec.read(json, stored);
        stored.checkAllUsed();
        Features features = Features.of((String id) -> matrix());
        assertArrayEquals(bits(form.predict(features.in("r")).values()), bits(read.predict(features.in("r")).values()));
        assertEquals(FormCodec.write(form, new InlineTensors()), FormCodec.write(read, new InlineTensors()));
    }

    @ParameterizedTest
    @MethodSource("forms")
    void formWithAnUnknownKindIsRefusedByName(Form form) throws IOException {
        TensorWriter tensors = new TensorWriter();
        ObjectNode json = FormCodec.write(form, tensors).put("kind", "oracle");
        StoredTensors stored = throughBytes(tensors);
        assertTrue(assertThrows(DamagedException.class, () -> FormCodec.read(json, stored)).getMessage().contains("'oracle'"));
    }

    @Test
    void memberFileGivesBackRecipeAndForm(@TempDir Path folder) {
        Path file = folder.resolve("fold-1.member");
        FittedRecipe recipe = Samples.recipe();
        MemberFile.write(file, RecipeId.of(recipe), recipe, Samples.forest());
        MemberFile read = MemberFile.read(file);
        assertEquals(recipe, read.recipe());
        assertEquals(RecipeId.of(recipe), read.recipeId());
        Matrix matrix = recipe.apply(Samples.table());
        assertArrayEquals(bits(Samples.forest().predict(Features.of(matrix)).values()),
                bits(read.form().predict(Features.of(matrix)).values()));
    }

    @Test
    void recipeIdKnowsContentToTheLastBit() {
        FittedRecipe recipe = Samples.recipe();
        String id = RecipeId.of(recipe);
        assertTrue(id.matches("[0-9a-f]{16}"));
        assertEquals(id, RecipeId.of(Samples.recipe()));
        assertNotEquals(id, RecipeId.of(new FittedRecipe(recipe.steps(), recipe.features().reversed())));
        assertNotEquals(RecipeId.of(constantRecipe(0.1)), RecipeId.of(constantRecipe(Math.nextUp(0.1))));
    }

    private static FittedRecipe constantRecipe(double fill) {
        return new FittedRecipe(List.of(new lathe.scoring.step.Impute(List.of("a"), lathe.scoring.step.Numbers.of(fill))), List.of("a"));
    }

    private static Matrix matrix() {
        return Samples.recipe().apply(Samples.table());
    }

    static long[] bits(double[] values) {
        return Arrays.stream(values).mapToLong(Double::doubleToLongBits).toArray();
    }

    static JsonNode throughBytes(JsonNode node) {
        return JsonText.parse(JsonText.bytes(node), "sample");
    }

    static StoredTensors throughBytes(TensorWriter writer) throws IOException {
        byte[] bytes = bytes(writer);
        return StoredTensors.read(new ByteArrayInputStream(bytes), bytes.length);
    }

    static byte[] bytes(TensorWriter writer) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        writer.writeTo(out);
        return out.toByteArray();
    }

    @Test
    void tensorsHaveThePublicLayout() throws IOException {
        TensorWriter writer = new TensorWriter();
        writer.ints("codes", new int[] {1, 2, 3, 4, 5, 6, 7, 8, 258});
        writer.doubles("weights", new double[] {1, 2, 3, 4, 5, 6, 7, 8, 9});
        byte[] bytes = bytes(writer);
        // the layout as its public description gives it: wide types first, offsets from the end of the header
        String header = """
                {"00001.weights":{"dtype":"F64","shape":[9],"data_offsets":[0,72]},\
                "00000.codes":{"dtype":"I32","shape":[9],"data_offsets":[72,108]}}""";
        int padded = (header.length() + 7) / 8 * 8;
        assertEquals(padded, (bytes[0] & 0xFF) + 256 * (bytes[1] & 0xFF));
        assertEquals(header, new String(bytes, 8, padded, StandardCharsets.US_ASCII).strip());
        assertEquals(8 + padded + 108, bytes.length);
        assertArrayEquals(new byte[] {0, 0, 0, 0, 0, 0, (byte) 0xF0, 0x3F}, Arrays.copyOfRange(bytes, 8 + padded, 16 + padded));
        assertArrayEquals(new byte[] {2, 1, 0, 0}, Arrays.copyOfRange(bytes, bytes.length - 4, bytes.length));
    }

    private static Stream<Class<?>> kinds(Class<?> type) {
        return type.isSealed() ? Stream.of(type.getPermittedSubclasses()).flatMap(each -> kinds(each)) : Stream.of(type);
    }
}
