package lathe.engine.adapter.excel;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.xml.stream.Location;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import lathe.engine.data.CountedInput;
import lathe.engine.data.FileChecks;
import lathe.scoring.Problem;

/// Finds out what is wrong with a workbook that could not be read. What POI throws says little of it ("Unable to read workbook"), so the
/// file is looked over once more: the list of its parts, whether they unpack, and whether they are XML.
final class WorkbookFault {

    private static final String CODE = "workbook-broken";
    private static final String CONTENTS = "[Content_Types].xml";
    private static final long MOST_BYTES = 256L << 20;   // unpacked: a broken file may be made to take for ever
    private static final int MOST_NAMES = 3;
    private static final int LONGEST = 200;
    private static final XMLInputFactory XML = xml();

    private WorkbookFault() {
    }

    private static XMLInputFactory xml() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        return factory;
    }

    /// @param failure of the reader
    static Problem of(Path file, Exception failure) {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            List<? extends ZipEntry> parts = Collections.list(zip.entries()).stream().filter(part -> !part.isDirectory()).toList();
            return missing(file, parts).or(() -> damaged(file, zip, parts)).orElseGet(() -> unfitting(file, failure));
        } catch (IOException | RuntimeException unlisted) {
            return problem(file, "A workbook is a zip archive that ends with the list of its parts; after the %,d bytes of this file there is none that can be read."
                    .formatted(FileChecks.size(file)), "It was probably cut off or changed on its way: copy or download it once more.");
        }
    }

    private static Optional<Problem> missing(Path file, List<? extends ZipEntry> parts) {
        List<String> names = parts.stream().map(ZipEntry::getName).toList();
        boolean workbook = names.stream().anyMatch(name -> name.contains("workbook") && name.endsWith(".xml"));
        if (workbook && names.contains(CONTENTS)) {
            return Optional.empty();
        }
        String there = names.isEmpty() ? "is empty" : "holds %s%s".formatted(
                String.join(", ", names.subList(0, Math.min(MOST_NAMES, names.size()))), names.size() > MOST_NAMES ? " and others" : "");
        return Optional.of(problem(file, "A workbook must have the part %s; this zip archive has none, it %s."
                .formatted(workbook ? CONTENTS : "xl/workbook.xml", there),
                "If it is another kind of file, give it the ending .zip or that of its real format; otherwise save the workbook again in Excel."));
    }

    private static Optional<Problem> damaged(Path file, ZipFile zip, List<? extends ZipEntry> parts) {
        long left = MOST_BYTES;
        for (ZipEntry part : parts) {
            boolean xml = part.getName().endsWith(".xml") || part.getName().endsWith(".rels");
            if (!xml || part.getSize() > left) {
                continue;
            }
            left -= Math.max(0, part.getSize());
            Optional<String> fault = fault(zip, part);
            if (fault.isPresent()) {
                return Optional.of(problem(file, "Every part of a workbook must be whole, and %s is not: %s."
                        .formatted(part.getName(), fault.get()),
                        "Copy or download the file once more; if it is the same there, open it in Excel, which may repair it, and save it again."));
            }
        }
        return Optional.empty();
    }

    private static Optional<String> fault(ZipFile zip, ZipEntry part) {
        try (InputStream in = new BufferedInputStream(new AsListed(zip.getInputStream(part), part.getSize()))) {
            XMLStreamReader reader = XML.createXMLStreamReader(in);
            while (reader.hasNext()) {
                reader.next();
            }
            return Optional.empty();
        } catch (XMLStreamException e) {
            return Optional.of(e.getNestedException() instanceof IOException unpacking ? unpacking(unpacking) : at(e.getLocation()));
        } catch (IOException e) {
            return Optional.of(unpacking(e));
        } catch (RuntimeException e) {
            return Optional.of("its XML cannot be read");
        }
    }

    /// A part that ends, by an error, where it has more bytes than it is listed with: the size that is listed bounds what is looked over.
    private static final class AsListed extends CountedInput {

        private final long listed;

        AsListed(InputStream in, long listed) {
            super(in);
            this.listed = listed;
        }

        @Override
        protected void taken(long all) throws IOException {
            if (all > listed) {
                throw new IOException("it has more bytes than the %,d it is listed with".formatted(listed));
            }
        }
    }

    private static String unpacking(IOException e) {
        return "it does not unpack (%s)".formatted(said(e));
    }

    private static String at(Location place) {
        return place.getLineNumber() < 0 ? "its XML is broken"
                : "its XML is broken at line %,d, column %,d".formatted(place.getLineNumber(), place.getColumnNumber());
    }

    private static Problem unfitting(Path file, Exception failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        // What Java itself says when code meets what it does not expect tells nobody anything.
        String said = root.getClass().getName().startsWith("java.") && root instanceof RuntimeException ? "" : ": " + said(root);
        return problem(file, "The parts of the workbook are there, but what they hold is not what a workbook must hold%s.".formatted(said),
                "Open it in Excel, which may repair it, and save it again.");
    }

    private static String said(Throwable e) {
        String said = e.getMessage() == null ? "" : e.getMessage().lines().findFirst().orElse("").strip();
        String plain = said.endsWith(".") ? said.substring(0, said.length() - 1) : said;
        return plain.isEmpty() ? e.getClass().getSimpleName() : plain.length() > LONGEST ? plain.substring(0, LONGEST) + "..." : plain;
    }

    private static Problem problem(Path file, String what, String remedy) {
        return new Problem(CODE, what, file.toString(), remedy);
    }
}
