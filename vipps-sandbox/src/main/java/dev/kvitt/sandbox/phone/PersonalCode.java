package dev.kvitt.sandbox.phone;

/**
 * What a customer holds out to a scanner.
 *
 * @param brand whose apps show this form
 * @param content what it says
 * @param until when it ends; null = never
 */
public record PersonalCode(String brand, String content, String svg, String until) {

    @Override
    public String toString() {
        return "PersonalCode[hidden]";
    }
}
