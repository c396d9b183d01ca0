package vn.chophien.indexer.rebuild;

import org.springframework.boot.context.properties.ConfigurationProperties;

@ConfigurationProperties("chophien.indexer")
record RebuildProperties(int rebuildPage, int rebuildRate) {

    Pace pace() {
        return new Pace(rebuildRate, System::nanoTime);
    }
}
