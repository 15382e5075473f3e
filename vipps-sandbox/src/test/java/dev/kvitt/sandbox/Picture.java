package dev.kvitt.sandbox;

import static io.restassured.RestAssured.given;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.common.GlobalHistogramBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import io.restassured.response.Response;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** Looks at a picture as a phone's camera does. */
public final class Picture {

    private static final Pattern RECTANGLE = Pattern.compile("M(\\d+) (\\d+)h(\\d+)v(\\d+)h-\\3z");

    private Picture() {}

    /** Fetches an image URL without any authentication; its host is the sandbox's public one, the test's is another. */
    static Response fetch(String imageUrl) {
        URI url = URI.create(imageUrl);
        return given().urlEncodingEnabled(false)
                .redirects()
                .follow(false)
                .get(url.getRawPath() + (url.getRawQuery() == null ? "" : "?" + url.getRawQuery()));
    }

    static BufferedImage png(Response answer) {
        answer.then().statusCode(200).contentType("image/png");
        return png(answer.asByteArray());
    }

    public static BufferedImage png(byte[] file) {
        try {
            return ImageIO.read(new ByteArrayInputStream(file));
        } catch (IOException e) {
            throw new AssertionError("not a PNG", e);
        }
    }

    static BufferedImage svg(Response answer, int size) {
        answer.then().statusCode(200).contentType("image/svg+xml");
        return svg(answer.asByteArray(), size);
    }

    /** Draws what QR pictures are made of: filled paths of rectangles. */
    public static BufferedImage svg(byte[] file, int size) {
        Element svg = root(file);
        String[] viewBox = svg.getAttribute("viewBox").split(" ", -1);
        double scale = size / Double.parseDouble(viewBox[2]);
        BufferedImage image = new BufferedImage(size, size, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = image.createGraphics();
        pen.scale(scale, scale);
        NodeList paths = svg.getElementsByTagName("path");
        for (int i = 0; i < paths.getLength(); i++) {
            Element path = (Element) paths.item(i);
            pen.setColor(path.getAttribute("fill").equals("#000") ? Color.BLACK : Color.WHITE);
            Matcher rectangles = RECTANGLE.matcher(path.getAttribute("d"));
            int end = 0;
            while (rectangles.find() && rectangles.start() == end) {
                pen.fillRect(
                        number(rectangles, 1), number(rectangles, 2), number(rectangles, 3), number(rectangles, 4));
                end = rectangles.end();
            }
            if (end != path.getAttribute("d").length()) {
                throw new AssertionError("This path has more than rectangles: " + path.getAttribute("d"));
            }
        }
        pen.dispose();
        return image;
    }

    /**
     * What the code in the picture says: it is black and white, and a phone takes its time. The reader misses about one
     * code in 250 when it looks from one side only, whatever the size, so it turns the picture as a hand turns a phone.
     */
    public static String read(BufferedImage image) {
        int side = image.getWidth();
        int[] pixels = image.getRGB(0, 0, side, side, null, 0, side);
        for (int turns = 0; turns < 4; turns++) {
            try {
                return look(pixels, side);
            } catch (ReaderException missed) {
                pixels = turned(pixels, side);
            }
        }
        throw new AssertionError("There is no readable code in the picture of " + side + " pixels");
    }

    private static String look(int[] pixels, int side) throws ReaderException {
        return new QRCodeReader()
                .decode(
                        new BinaryBitmap(new GlobalHistogramBinarizer(new RGBLuminanceSource(side, side, pixels))),
                        Map.of(DecodeHintType.TRY_HARDER, true))
                .getText();
    }

    private static int[] turned(int[] pixels, int side) {
        int[] turned = new int[pixels.length];
        for (int i = 0; i < pixels.length; i++) {
            int x = i % side;
            int y = i / side;
            turned[x * side + (side - 1 - y)] = pixels[i];
        }
        return turned;
    }

    private static Element root(byte[] file) {
        try {
            return DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(new ByteArrayInputStream(file))
                    .getDocumentElement();
        } catch (ParserConfigurationException | SAXException | IOException e) {
            throw new AssertionError("not an SVG", e);
        }
    }

    private static int number(Matcher matcher, int group) {
        return Integer.parseInt(matcher.group(group));
    }
}
