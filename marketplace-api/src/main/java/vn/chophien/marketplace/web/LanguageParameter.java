package vn.chophien.marketplace.web;

import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.parameters.QueryParameter;
import vn.chophien.marketplace.i18n.RequestLanguage;

/** How operations that answer in a language describe the parameter for it. */
public final class LanguageParameter {
    private LanguageParameter() {}

    public static Parameter described() {
        return new QueryParameter()
                .name(RequestLanguage.PARAMETER)
                .description("The language of the answer; else that of Accept-Language, else Vietnamese.")
                .schema(new StringSchema().addEnumItem("vi").addEnumItem("en"));
    }
}
