package io.hazardreport.reward;

import io.hazardreport.base.Text;

/** What a rule gives. */
public sealed interface Component {

    /** Stable code of the kind. */
    String kind();

    /** Money. */
    record Cash(Amount amount) implements Component {

        @Override
        public String kind() {
            return "CASH";
        }
    }

    /** An honour; no money is in it, and it is a full award all the same. */
    record Honour(String code, Text name) implements Component {

        @Override
        public String kind() {
            return "HONOUR";
        }
    }
}
