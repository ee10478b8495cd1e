package io.hazardreport.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.OutputStream;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class MissingLibraryTest {

    @Test
    void namesTheLibraryThatIsMissing() throws Exception {
        try (URLClassLoader bare = new URLClassLoader(classPathWithoutExcel(), ClassLoader.getPlatformClassLoader())) {
            Object sheet = method(bare, "SheetData", "of", String.class, String.class, List.class, List.class)
                    .invoke(null, "a", "", List.of("b"), List.of());
            Method write = method(bare, "Sheets", "write", OutputStream.class, List.class);
            assertThat(message(write, OutputStream.nullOutputStream(), List.of(sheet)))
                    .contains("MissingLibraryException", "org.dhatim:fastexcel,");
            byte[] zip = "PK\u0003\u0004".getBytes(StandardCharsets.ISO_8859_1);
            assertThat(message(method(bare, "WorkbookReader", "read", byte[].class), (Object) zip))
                    .contains("MissingLibraryException", "org.dhatim:fastexcel-reader,");
            Object table = method(bare, "CsvReader", "read", byte[].class)
                    .invoke(null, (Object) "隐患描述\n漏油\n".getBytes(StandardCharsets.UTF_8));
            assertThat(table.toString()).contains("漏油");
        }
    }

    private static String message(Method method, Object... arguments) throws IllegalAccessException {
        try {
            return String.valueOf(method.invoke(null, arguments));
        } catch (InvocationTargetException e) {
            return String.valueOf(e.getCause()).replace("，", ",");
        }
    }

    private static Method method(ClassLoader loader, String type, String name, Class<?>... parameters)
            throws ReflectiveOperationException {
        return loader.loadClass("io.hazardreport.exchange." + type).getMethod(name, parameters);
    }

    private static URL[] classPathWithoutExcel() throws Exception {
        List<URL> kept = new ArrayList<>();
        for (String entry : List.of(System.getProperty("java.class.path").split(File.pathSeparator))) {
            if (!entry.contains("fastexcel")) {
                kept.add(new File(entry).toURI().toURL());
            }
        }
        return kept.toArray(URL[]::new);
    }
}
