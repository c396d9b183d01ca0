package vn.chophien.storefront.page;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.core.type.classreading.SimpleMetadataReaderFactory;
import org.springframework.stereotype.Component;

/** The precompiled templates. All are loaded at start: a template's first use reads files, which no event loop may do. */
@Component
class Templates {

    private static final String PACKAGE = "vn.chophien.storefront.template";
    private static final int USUAL_PAGE_BYTES = 32 * 1024;

    private final TemplateEngine engine = TemplateEngine.createPrecompiled(null, ContentType.Html, null, PACKAGE);

    Templates() {
        loadAll();
    }

    byte[] render(String template, Page page, Object view) {
        var output = new Utf8ByteOutput(USUAL_PAGE_BYTES);
        engine.render(template + ".jte", Page.parameters(page, view), output);
        return output.toByteArray();
    }

    private static void loadAll() {
        var pattern = "classpath*:" + PACKAGE.replace('.', '/') + "/**/*.class";
        var reader = new SimpleMetadataReaderFactory();
        try {
            for (var resource : new PathMatchingResourcePatternResolver().getResources(pattern)) {
                Class.forName(
                        reader.getMetadataReader(resource).getClassMetadata().getClassName());
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException("The templates cannot be read", unreadable);
        } catch (ClassNotFoundException broken) {
            throw new IllegalStateException("A template class is not loadable", broken);
        }
    }
}
