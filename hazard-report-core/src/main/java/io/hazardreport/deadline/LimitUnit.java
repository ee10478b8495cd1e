package io.hazardreport.deadline;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What a time limit is counted in: minutes and hours run on, days end with the last day. */
public enum LimitUnit {
    @JsonProperty("MINUTES")
    MINUTES("minute", "分钟"),
    @JsonProperty("HOURS")
    HOURS("hour", "小时"),
    @JsonProperty("DAYS")
    DAYS("day", "日"),
    @JsonProperty("WORKING_DAYS")
    WORKING_DAYS("working day", "个工作日");

    private final String english;
    private final String chinese;

    LimitUnit(String english, String chinese) {
        this.english = english;
        this.chinese = chinese;
    }

    String english(long amount) {
        return amount == 1 ? english : english + "s";
    }

    String chinese() {
        return chinese;
    }
}
