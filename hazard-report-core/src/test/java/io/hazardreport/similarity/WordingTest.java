package io.hazardreport.similarity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordingTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "二号泵 | 2泵",
                "2#泵 | 2泵",
                "＃２ 泵 | 2泵",
                "2 号 泵 | 2泵",
                "No. 2泵 | 2泵",
                "№2泵 | 2泵",
                "02号泵 | 2泵",
                "贰号泵 | 2泵",
                "两号泵 | 2泵",
                "十二号罐 | 12罐",
                "二十三号罐 | 23罐",
                "一百零五室 | 105室",
                "一〇五室 | 105室",
                "Ｒ－１０１ 反应釜（底阀） | r101反应釜底阀",
                "1-2号罐 | 1 2罐",
                "12号罐 | 12罐",
                "一、二号罐 | 1 2罐",
                "信号灯 | 信号灯",
                "Piano 3 | piano3",
                "号 | 号",
                "0 | 0"
            })
    void bringsWordsIntoOneForm(String words, String normal) {
        assertThat(Wording.normal(words)).isEqualTo(normal);
    }

    @ParameterizedTest
    @CsvSource({"'',0", "。。,0", "漏油,0"})
    void findsNoSharedPairsInWordsWithout(String words, int permille) {
        assertThat(Pairs.of(Wording.normal(words)).dicePermille(Pairs.of("阀门"))).isEqualTo(permille);
    }

    @ParameterizedTest
    @CsvSource({"阀门漏油,阀门漏油,1000", "阀门漏油,阀门漏水,666", "阀门漏油,护栏缺失,0", "aaaa,aa,500"})
    void measuresSharedPairsInPermille(String one, String other, int permille) {
        assertThat(Pairs.of(one).dicePermille(Pairs.of(other))).isEqualTo(permille);
    }
}
