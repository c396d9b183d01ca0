package vn.chophien.marketplace.account;

/** Where somebody has parcels sent. */
record Address(
        AddressId id,
        String recipient,
        String phone,
        String provinceCode,
        String communeCode,
        String street,
        boolean isDefault) {}
