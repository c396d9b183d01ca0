package vn.chophien.load.synthetic;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class QuestionsTests {

    @Test
    void asksForEveryGoodInFourWaysAndByItsFirstLetters() {
        var questions = Questions.ofGoods();

        assertThat(questions.searches())
                .hasSize(4 * Good.all().size())
                .contains("/api/v1/search?lang=vi&q=Ca+phe+Robusta+rang+xay")
                .isEqualTo(Questions.ofGoods().searches());
        assertThat(questions.suggestions())
                .hasSize(3 * Good.all().size())
                .contains("/api/v1/search/suggest?lang=vi&q=C");
    }
}
