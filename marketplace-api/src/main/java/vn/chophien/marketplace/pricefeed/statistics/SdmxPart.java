package vn.chophien.marketplace.pricefeed.statistics;

/** The parts of our statistical data, in the order of their columns. */
enum SdmxPart {
    FREQ(Role.DIMENSION, "CL_FREQ"),
    SERIES(Role.DIMENSION, "CL_SERIES"),
    TIME_PERIOD(Role.TIME, "", "ObservationalTimePeriod"),
    OBS_VALUE(Role.MEASURE, "", "Decimal"),
    PRICE_MIN(Role.MEASURE, "", "Decimal"),
    PRICE_MAX(Role.MEASURE, "", "Decimal"),
    COMMODITY(Role.SERIES_ATTRIBUTE, "CL_COMMODITY"),
    STAGE(Role.SERIES_ATTRIBUTE, "CL_STAGE"),
    REF_AREA(Role.SERIES_ATTRIBUTE, ""),
    CURRENCY(Role.SERIES_ATTRIBUTE, ""),
    UNIT_MEASURE(Role.SERIES_ATTRIBUTE, "CL_MEASURE"),
    LICENCE(Role.SERIES_ATTRIBUTE, ""),
    OBS_STATUS(Role.OBSERVATION_ATTRIBUTE, "CL_OBS_STATUS"),
    COMMENT_OBS(Role.OBSERVATION_ATTRIBUTE, ""),
    VINTAGE(Role.OBSERVATION_ATTRIBUTE, "", "Integer");

    enum Role {
        DIMENSION,
        TIME,
        MEASURE,
        SERIES_ATTRIBUTE,
        OBSERVATION_ATTRIBUTE
    }

    private final Role role;
    private final String codelist;
    private final String dataType;

    SdmxPart(Role role, String codelist, String dataType) {
        this.role = role;
        this.codelist = codelist;
        this.dataType = dataType;
    }

    SdmxPart(Role role, String codelist) {
        this(role, codelist, "String");
    }

    Role role() {
        return role;
    }

    /** The list of its codes; empty when it has none. */
    String codelist() {
        return codelist;
    }

    String dataType() {
        return dataType;
    }
}
