package vn.chophien.storefront.checkout;

import java.util.List;
import vn.chophien.storefront.api.PlaceApi;
import vn.chophien.storefront.page.FormErrors;

/** The second level of the address picker: the communes of the chosen province; none before one is chosen. */
public record CommuneChoice(List<PlaceApi.Commune> communes, String chosen, FormErrors errors) {}
