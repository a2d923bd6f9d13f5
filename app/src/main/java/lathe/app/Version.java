package lathe.app;

import picocli.CommandLine.IVersionProvider;

/// What `--version` says; the number comes from the build.
final class Version implements IVersionProvider {

    @Override
    public String[] getVersion() {
        return new String[] {"lathe " + number() + " (Java " + Runtime.version() + ")"};
    }

    static String number() {
        String fromJar = Version.class.getPackage().getImplementationVersion();
        return fromJar == null ? "development" : fromJar;
    }
}
