package lathe.engine.adapter.excel;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.BitSet;
import lathe.engine.adapter.excel.WorkbookHead.Unusual;

/// Picks some of a workbook's shared texts out of all of them. An XML parser takes some ten times as long to pass over the others, and
/// a text that a later sheet uses can stand behind a million.
///
/// Knows as much of XML as this takes: where tags begin and end, and what they are called. What could hide a tag (comments, CDATA,
/// entities of its own) is not accepted, nor are encodings in which a tag is written otherwise than in UTF-8.
final class SharedTexts {

    private static final int MOST_KEPT = 16 << 20;
    private static final long MOST_PASSED = 1L << 30;
    private static final int LONGEST_TAG = 1 << 14;

    private final BitSet wanted;
    private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
    private final byte[] tag = new byte[LONGEST_TAG];
    private int tagLength;     // 0 outside of a tag
    private int quote;         // the mark that ends an attribute's value, 0 outside of one
    private int index;         // of the text that is next or under way
    private boolean keeping;
    private String end = "";   // of the whole, known when it has begun

    /// @param wanted indices of the texts wanted
    SharedTexts(BitSet wanted) {
        this.wanted = wanted;
    }

    /// The part of a workbook with only the texts wanted, in the order they had. Reads no further than the last of them.
    ///
    /// @throws Unusual if it is written in a way not known here, is too long, or ends before the last text wanted
    byte[] of(InputStream part) throws IOException, Unusual {
        byte[] buffer = new byte[1 << 16];
        long passed = 0;
        while (!complete()) {
            int count = part.read(buffer);
            passed += count;
            if (count < 0 || passed > MOST_PASSED || kept.size() > MOST_KEPT) {
                throw new Unusual();
            }
            scan(buffer, count);
        }
        kept.writeBytes(end.getBytes(StandardCharsets.ISO_8859_1));
        return kept.toByteArray();
    }

    private boolean complete() {
        return !end.isEmpty() && index >= wanted.length();
    }

    private void scan(byte[] buffer, int count) throws Unusual {
        int at = 0;
        while (at < count && !complete()) {
            if (tagLength > 0) {
                at = store(buffer, at, count);
                continue;
            }
            int from = at;
            while (at < count && buffer[at] != '<') {
                at++;
            }
            if (keeping) {
                kept.write(buffer, from, at - from);
            }
            int last = at;
            while (last < count && buffer[last] != '>' && buffer[last] != '"' && buffer[last] != '\'') {
                last++;
            }
            if (last < count && buffer[last] == '>') {   // most tags: nothing quoted, and within the buffer
                tag(buffer, at, last + 1);
                at = last + 1;
            } else if (at < count) {
                tag[tagLength++] = buffer[at++];
            }
        }
    }

    // A tag of which a value may hold its own end, or that goes on in the next buffer.
    private int store(byte[] buffer, int from, int count) throws Unusual {
        for (int at = from; at < count; at++) {
            byte next = buffer[at];
            if (tagLength == LONGEST_TAG) {
                throw new Unusual();
            }
            tag[tagLength++] = next;
            if (quote != 0) {
                quote = next == quote ? 0 : quote;
            } else if (next == '"' || next == '\'') {
                quote = next;
            } else if (next == '>') {
                tag(tag, 0, tagLength);
                tagLength = 0;
                return at + 1;
            }
        }
        return count;
    }

    private void tag(byte[] bytes, int from, int to) throws Unusual {
        byte first = bytes[from + 1];
        if (first == '!') {
            throw new Unusual();
        }
        boolean closes = first == '/';
        boolean empty = bytes[to - 2] == '/';
        boolean text = called("si", bytes, from);
        boolean begins = end.isEmpty() && first != '?';
        if (begins) {
            if (!called("sst", bytes, from) || closes || empty) {
                throw new Unusual();
            }
            end = "</" + new String(bytes, from + 1, nameEnd(bytes, from) - from - 1, StandardCharsets.ISO_8859_1) + ">";
        }
        keeping |= text && wanted.get(index);
        if (keeping || begins) {
            kept.write(bytes, from, to - from);
        }
        if (text && (closes || empty)) {
            index++;
            keeping = false;
        }
    }

    // Whatever its prefix is.
    private static boolean called(String name, byte[] bytes, int tag) {
        int from = nameEnd(bytes, tag) - name.length();
        if (from <= tag || from > tag + 1 && bytes[from - 1] != '/' && bytes[from - 1] != ':') {
            return false;
        }
        for (int i = 0; i < name.length(); i++) {
            if (bytes[from + i] != name.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private static int nameEnd(byte[] bytes, int tag) {
        int at = bytes[tag + 1] == '/' ? tag + 2 : tag + 1;
        while (bytes[at] != '>' && bytes[at] != '/' && bytes[at] > ' ') {
            at++;
        }
        return at;
    }
}
