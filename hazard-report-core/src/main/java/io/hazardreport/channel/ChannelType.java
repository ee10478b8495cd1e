package io.hazardreport.channel;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.hazardreport.base.Messages;
import io.hazardreport.base.Text;

/** By which way a desk takes reports. */
public enum ChannelType {
    @JsonProperty("PHONE")
    PHONE,
    @JsonProperty("MAIL")
    MAIL,
    @JsonProperty("APP")
    APP,
    @JsonProperty("WECHAT")
    WECHAT,
    @JsonProperty("BOX")
    BOX,
    @JsonProperty("IN_PERSON")
    IN_PERSON;

    public Text displayName() {
        return Messages.text("channel.type." + name());
    }
}
