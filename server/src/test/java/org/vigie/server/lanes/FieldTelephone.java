package org.vigie.server.lanes;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.javarosa.core.model.CoreModelModule;
import org.javarosa.core.model.FormDef;
import org.javarosa.core.model.FormIndex;
import org.javarosa.core.model.data.DateTimeData;
import org.javarosa.core.model.data.GeoPointData;
import org.javarosa.core.model.data.IAnswerData;
import org.javarosa.core.model.data.SelectOneData;
import org.javarosa.core.model.data.StringData;
import org.javarosa.core.model.data.helper.Selection;
import org.javarosa.core.model.instance.InstanceInitializationFactory;
import org.javarosa.core.services.PrototypeManager;
import org.javarosa.core.services.transport.payload.ByteArrayPayload;
import org.javarosa.core.util.JavaRosaCoreModule;
import org.javarosa.form.api.FormEntryController;
import org.javarosa.form.api.FormEntryModel;
import org.javarosa.form.api.FormEntryPrompt;
import org.javarosa.model.xform.XFormSerializingVisitor;
import org.javarosa.model.xform.XFormsModule;
import org.javarosa.xform.parse.XFormParser;
import org.javarosa.xform.util.XFormUtils;

/// A telephone with ODK Collect, as far as a server sees it: it reads and fills in a form by the
/// library that Collect does it by, and sends it in the same requests.
final class FieldTelephone {

    private final String server;
    private final Map<String, String> headers;
    private final HttpClient client = HttpClient.newHttpClient();

    /// @param server the address that is typed into the settings of Collect
    FieldTelephone(String server, Map<String, String> headers) {
        this.server = server;
        this.headers = Map.copyOf(headers);
    }

    /// What the server said.
    record Said(int status, String body, Map<String, List<String>> headers) {

        String header(String name) {
            return headers.getOrDefault(name, List.of("")).getFirst();
        }
    }

    /// A file of a request in several parts.
    record Part(String field, String file, String type, String text) {}

    Said get(String address) {
        return send(HttpRequest.newBuilder(URI.create(address)).GET());
    }

    Said list() {
        return get(server + "/formList");
    }

    Said head() {
        return send(
                HttpRequest.newBuilder(URI.create(server + "/submission?deviceID=collect%3Aabc"))
                        .HEAD());
    }

    /// Sends what was filled in.
    Said submit(String xml) {
        return post(List.of(new Part("xml_submission_file", "a.xml", "text/xml", xml)));
    }

    Said post(List<Part> parts) {
        return post(parts, List.of());
    }

    /// Sends what was filled in with photographs, as Collect does.
    ///
    /// @param more whether others of the same form are sent after this
    Said submit(String xml, boolean more, List<byte[]> photographs) {
        var answers = new Part("xml_submission_file", "a.xml", "text/xml", xml);
        return post(more ? List.of(answers, INCOMPLETE) : List.of(answers), photographs);
    }

    /// How Collect says that more is to come.
    private static final Part INCOMPLETE = new Part("*isIncomplete*", "", "text/plain", "yes");

    Said post(List<Part> parts, List<byte[]> photographs) {
        var body = new ByteArrayOutputStream();
        for (var part : parts) {
            var head = "--BOUNDARY\r\nContent-Disposition: form-data; name=\"" + part.field + '"';
            var file = part.file.isEmpty() ? "" : "; filename=\"" + part.file + '"';
            write(body, head + file + "\r\nContent-Type: " + part.type + "\r\n\r\n");
            write(body, part.text + "\r\n");
        }
        for (var photograph : photographs) {
            var head = "--BOUNDARY\r\nContent-Disposition: form-data; name=\"17.jpg\"";
            write(body, head + "; filename=\"17.jpg\"\r\nContent-Type: image/jpeg\r\n\r\n");
            body.writeBytes(photograph);
            write(body, "\r\n");
        }
        write(body, "--BOUNDARY--\r\n");
        return postRaw(body.toByteArray());
    }

    private static void write(ByteArrayOutputStream body, String text) {
        body.writeBytes(text.getBytes(StandardCharsets.UTF_8));
    }

    Said postRaw(String body) {
        return postRaw(body.getBytes(StandardCharsets.UTF_8));
    }

    Said postRaw(byte[] body) {
        return send(
                HttpRequest.newBuilder(URI.create(server + "/submission?deviceID=collect%3Aabc"))
                        .header("Content-Type", "multipart/form-data; boundary=BOUNDARY")
                        .POST(HttpRequest.BodyPublishers.ofByteArray(body)));
    }

    private Said send(HttpRequest.Builder request) {
        request.header("X-OpenRosa-Version", "1.0");
        headers.forEach(request::header);
        try {
            var answer = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
            var lower = new HashMap<String, List<String>>();
            answer.headers()
                    .map()
                    .forEach((name, value) ->
                            lower.put(name.toLowerCase(java.util.Locale.ROOT), value));
            return new Said(answer.statusCode(), answer.body(), lower);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /// A form, open on the telephone.
    static FormDef open(String xml) throws XFormParser.ParseException {
        new JavaRosaCoreModule().registerModule();
        PrototypeManager.registerPrototypes(CoreModelModule.classNames);
        new XFormsModule().registerModule();
        var form =
                XFormUtils.getFormFromInputStream(
                        new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
        form.initialize(true, new InstanceInitializationFactory());
        return form;
    }

    /// Answers the questions in the order in which they are shown, finishes the form, and gives it
    /// as it is stored on the telephone.
    ///
    /// @param answers by the name of the question: a text, a name of a choice, numbers, a moment;
    ///   one that is not here stays open
    static String filled(FormDef form, Map<String, Object> answers) throws IOException {
        var pages = new FormEntryController(new FormEntryModel(form));
        pages.jumpToIndex(FormIndex.createBeginningOfFormIndex());
        while (pages.stepToNextEvent() != FormEntryController.EVENT_END_OF_FORM) {
            var prompt = pages.getModel().getQuestionPrompt();
            var name = prompt.getFormElement().getBind().getReference().toString();
            var answer = answers.get(name.substring(name.lastIndexOf('/') + 1));
            if (answer != null) {
                int taken = pages.answerQuestion(answer(prompt, answer), true);
                if (taken != FormEntryController.ANSWER_OK) {
                    throw new IllegalArgumentException(name + " refused, " + taken);
                }
            }
        }
        form.postProcessInstance();
        var payload =
                (ByteArrayPayload)
                        new XFormSerializingVisitor().createSerializedPayload(form.getInstance());
        var bytes = new ByteArrayOutputStream();
        payload.getPayloadStream().transferTo(bytes);
        return bytes.toString(StandardCharsets.UTF_8);
    }

    /// JavaRosa has moments as the `Date` of old.
    @SuppressWarnings("JavaUtilDate")
    private static IAnswerData answer(FormEntryPrompt prompt, Object answer) {
        return switch (answer) {
            case double[] position -> new GeoPointData(position);
            case Instant moment -> new DateTimeData(Date.from(moment));
            default -> {
                var choices = prompt.getSelectChoices();
                yield choices == null || choices.isEmpty()
                        ? new StringData(answer.toString())
                        : new SelectOneData(
                                new Selection(
                                        choices.stream()
                                                .filter(choice -> choice.getValue().equals(answer))
                                                .findFirst()
                                                .orElseThrow()));
            }
        };
    }
}
