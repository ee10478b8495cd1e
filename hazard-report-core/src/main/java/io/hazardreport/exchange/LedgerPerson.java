package io.hazardreport.exchange;

/**
 * A reporter as the ledger names them. Its {@code toString} hides both parts.
 *
 * @param name empty where only the staff number is known
 * @param staffNumber empty where only the name is known
 */
public record LedgerPerson(String name, String staffNumber) {

    @Override
    public String toString() {
        return "LedgerPerson[hidden]";
    }
}
