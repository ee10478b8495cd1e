package io.hazardreport.reward;

import io.hazardreport.base.Money;
import io.hazardreport.base.Text;
import java.util.Optional;

/** What a rule gives. */
public sealed interface Component {

    /** Stable code of the kind; an award's component. */
    String kind();

    /** How much of it, where it is an amount. */
    default Optional<Amount> quantity() {
        return Optional.empty();
    }

    /** What it is called; empty for an amount. */
    default String title() {
        return "";
    }

    /** Money, in fen. */
    record Cash(Amount amount) implements Component {

        @Override
        public String kind() {
            return "CASH";
        }

        @Override
        public Optional<Amount> quantity() {
            return Optional.of(amount);
        }
    }

    /** Points to be redeemed (积分). */
    record Points(Amount amount) implements Component {

        @Override
        public String kind() {
            return "POINTS";
        }

        @Override
        public Optional<Amount> quantity() {
            return Optional.of(amount);
        }
    }

    /** A score in the appraisal (绩效分), in hundredths; without any money it is a full award all the same. */
    record Score(Amount amount) implements Component {

        @Override
        public String kind() {
            return "SCORE";
        }

        @Override
        public Optional<Amount> quantity() {
            return Optional.of(amount);
        }
    }

    /** An honour; no money is in it, and it is a full award all the same. */
    record Honour(String code, Text name) implements Component {

        @Override
        public String kind() {
            return "HONOUR";
        }

        @Override
        public String title() {
            return code;
        }
    }

    /** @param value what the goods cost; zero when nobody said so */
    record Goods(String code, Text name, Money value) implements Component {

        @Override
        public String kind() {
            return "GOODS";
        }

        @Override
        public String title() {
            return code;
        }
    }

    /** Money for the reporter's collective ({@code WORKSHOP}, {@code TEAM}, {@code DEPARTMENT}), beside his own. */
    record Collective(String to, Amount amount) implements Component {

        @Override
        public String kind() {
            return "COLLECTIVE";
        }

        @Override
        public Optional<Amount> quantity() {
            return Optional.of(amount);
        }

        @Override
        public String title() {
            return to;
        }
    }
}
