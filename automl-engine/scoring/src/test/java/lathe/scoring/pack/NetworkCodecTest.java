package lathe.scoring.pack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import lathe.scoring.form.Floats;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/// Damaged networks; that sound ones come back is `CodecContractTest`.
class NetworkCodecTest {

    // replaced text|by|part of the message, or nothing where only the refusal counts
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "features":[2,0]|"features":[2]|1 inputs of a network need as many centres and scales
            "features":[2,0]|"features":[-2,0]|a feature's place must be at least 0
            "scales":[2.0,0.5]|"scales":[2.0,0.0]|positive scale
            "scales":[2.0,0.5]|"scales":[2.0,null]|positive scale
            "width":2|"width":2000000000|full rows of width 2000000000
            "width":2|"width":0|full rows of width 0
            "kind":"normalise"|"kind":"oracle"|the layer 'oracle' is unknown
            "activation":"silu"|"activation":"wavy"|'wavy'
            "bounds":[-3.5,4.0]|"bounds":[4.0,-3.5]|lower bound
            "bounds":[-3.5,4.0]|"bounds":[4.0]|needs two
            "bounds":[-3.5,4.0]|"bounds":[null,4.0]|lower bound
            "kind":"residual","inside":[|"kind":"residual","inside":[{"kind":"residual","inside":[]},|must not hold another
            "link":"logistic"|"link":"softmin"|'softmin'
            .frequencies"}|.phases"}|
            """)
    void damageIsRefused(String found, String put, String message) throws IOException {
        TensorWriter tensors = new TensorWriter();
        String json = new String(JsonText.bytes(FormCodec.write(Samples.network(), tensors)), StandardCharsets.UTF_8);
        assertTrue(json.contains(found), () -> found + " is not in " + json);
        StoredTensors stored = CodecContractTest.throughBytes(tensors);
        JsonNode damaged = JsonText.parse(json.replace(found, put).getBytes(StandardCharsets.UTF_8), "damaged");
        RuntimeException refused = assertThrows(RuntimeException.class, () -> FormCodec.read(damaged, stored));
        assertTrue(refused instanceof DamagedException || refused instanceof IllegalArgumentException, refused::toString);
        assertTrue(message == null || String.valueOf(refused.getMessage()).contains(message), refused::toString);
    }

    @Test
    void weightsTakeFourBytesEach() throws IOException {
        TensorWriter writer = new TensorWriter();
        writer.floats("weights", Floats.of(1, -2, 0.5f));
        byte[] bytes = CodecContractTest.bytes(writer);
        String header = "{\"00000.weights\":{\"dtype\":\"F32\",\"shape\":[3],\"data_offsets\":[0,12]}}";
        assertEquals(8 + (header.length() + 7) / 8 * 8 + 12, bytes.length);
        // 1, −2 and 0.5 as IEEE 754 binary32, little endian
        byte[] expected = {0, 0, (byte) 0x80, 0x3F, 0, 0, 0, (byte) 0xC0, 0, 0, 0, 0x3F};
        for (int i = 0; i < 12; i++) {
            assertEquals(expected[i], bytes[bytes.length - 12 + i]);
        }
    }
}
