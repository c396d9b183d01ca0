package vn.chophien.load.synthetic;

/** A text in both languages of the market. */
record Text(String vi, String en) {

    Text filled(String placeholder, Text with) {
        return new Text(vi.replace(placeholder, with.vi()), en.replace(placeholder, with.en()));
    }

    Text and(Text next) {
        return new Text(vi + " " + next.vi(), en + " " + next.en());
    }
}
