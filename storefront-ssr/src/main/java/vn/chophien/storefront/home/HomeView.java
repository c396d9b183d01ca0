package vn.chophien.storefront.home;

public record HomeView() {}
