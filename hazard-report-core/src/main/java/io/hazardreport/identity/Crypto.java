package io.hazardreport.identity;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Optional;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** AES-256-GCM, HMAC-SHA-256 and SHA-256 of the platform, without checked exceptions. */
final class Crypto {

    static final int NONCE_BYTES = 12;
    static final int KEY_BYTES = 32;
    private static final int TAG_BITS = 128;

    private Crypto() {}

    static byte[] encrypt(byte[] key, byte[] nonce, String associated, byte[] plain) {
        try {
            return cipher(Cipher.ENCRYPT_MODE, key, nonce, associated).doFinal(plain);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has AES-GCM", e);
        }
    }

    /** Empty when key, nonce, associated data or bytes do not belong together. */
    static Optional<byte[]> decrypt(byte[] key, byte[] nonce, String associated, byte[] sealed) {
        try {
            return Optional.of(
                    cipher(Cipher.DECRYPT_MODE, key, nonce, associated).doFinal(sealed));
        } catch (AEADBadTagException e) {
            return Optional.empty();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has AES-GCM", e);
        }
    }

    private static Cipher cipher(int mode, byte[] key, byte[] nonce, String associated)
            throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(associated.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }

    static byte[] hmac(byte[] key, String message) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(message.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HmacSHA256", e);
        }
    }

    static byte[] sha256(byte[] salt, String message) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(salt);
            return digest.digest(message.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
