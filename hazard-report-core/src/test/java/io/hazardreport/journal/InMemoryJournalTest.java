package io.hazardreport.journal;

class InMemoryJournalTest extends JournalContract {

    @Override
    protected Journal open() {
        return new InMemoryJournal();
    }
}
