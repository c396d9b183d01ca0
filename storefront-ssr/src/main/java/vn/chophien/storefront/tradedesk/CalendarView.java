package vn.chophien.storefront.tradedesk;

import vn.chophien.storefront.page.FormErrors;

/** @param typed a day off as it was typed, to be corrected */
public record CalendarView(EntryApi.Calendar calendar, EntryApi.NewDayOff typed, FormErrors errors) {}
