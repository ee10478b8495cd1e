package io.hazardreport.channel;

import static com.fasterxml.jackson.annotation.Nulls.FAIL;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSetter;
import io.hazardreport.base.PersonId;
import io.hazardreport.journal.Payload;
import java.time.LocalDate;

/**
 * Somebody tried a channel on a day, and it worked or did not.
 *
 * @param desk code of the desk it leads to
 * @param by who tried it, by the host's id
 */
public record ChannelTest(
        @JsonProperty("desk") String desk,
        @JsonProperty("channel") Channel channel,
        @JsonProperty("on") LocalDate on,
        @JsonProperty("worked") @JsonSetter(nulls = FAIL) boolean worked,
        @JsonProperty("by") PersonId by) {

    public Payload payload() {
        return Payload.builder()
                .put("desk", desk)
                .put("type", channel.type())
                .put("address", channel.address())
                .put("on", on.toString())
                .put("worked", worked)
                .put("by", by.value())
                .build();
    }

    public static ChannelTest from(Payload payload) {
        return new ChannelTest(
                payload.required("desk"),
                new Channel(payload.constant("type", ChannelType.class).orElseThrow(), payload.required("address")),
                LocalDate.parse(payload.required("on")),
                payload.flag("worked"),
                PersonId.of(payload.required("by")));
    }
}
