package vn.chophien.marketplace.catalog;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** @param directory where the files of pictures are kept; several instances of the API share it */
@ConfigurationProperties("chophien.picture")
record PictureSettings(@DefaultValue("pictures") String directory) {}
