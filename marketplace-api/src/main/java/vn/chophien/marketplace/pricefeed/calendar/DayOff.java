package vn.chophien.marketplace.pricefeed.calendar;

import java.time.LocalDate;
import vn.chophien.locales.Language;

/** A day from Monday to Friday on which nobody reports prices. */
record DayOff(LocalDate day, String nameVi, String nameEn, String legalReference) {
    String name(Language language) {
        return language == Language.VI ? nameVi : nameEn;
    }
}
