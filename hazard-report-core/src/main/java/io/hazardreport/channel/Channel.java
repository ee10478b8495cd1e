package io.hazardreport.channel;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * A way to a desk (报告渠道).
 *
 * @param address the number, address, account or place; for people to read
 */
public record Channel(
        @JsonProperty("type") ChannelType type,
        @JsonProperty("address") String address) {

    @Override
    public String toString() {
        return type + " " + address;
    }
}
